/** The embedded store keeps the contract, also when its cache keeps nothing and every read is from the disk. */
import { openLowdb } from '#src/stores/lowdb.ts';
import { storeContract } from './contract.ts';
import { temporary } from './folder.ts';

storeContract('lowdb', (onFault) => openLowdb(temporary(), { onFault }));
storeContract('lowdb without memory', (onFault) => openLowdb(temporary(), { onFault, cacheBytes: 1 }));
