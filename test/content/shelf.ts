/** The policies as they are shipped, with their synonyms and the desk's rules, and nothing else of the folder. */
import { readDesk } from '#src/config/desk.ts';
import { readFolder } from '#src/content/folder.ts';
import { readPolicies } from '#src/content/policies.ts';
import { readSynonyms } from '#src/content/synonyms.ts';

const folder = readFolder('policies');
const desk = readDesk('policies/desk.yaml', folder.desk?.text ?? '').value;
if (!desk) throw new Error('policies/desk.yaml cannot be read');
const { policies } = readPolicies(folder.policies, desk);
const { synonyms } = readSynonyms(folder.synonyms, policies);
const { blanks, rules } = desk;

export const shelf = { policies, synonyms, blanks, rules };
