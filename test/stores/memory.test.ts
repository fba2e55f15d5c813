/** The store that tests use keeps the same contract as the real ones. */
import { storeContract } from './contract.ts';
import { memoryStore } from './memory.ts';

storeContract('memory', async (onFault) => memoryStore(onFault));
