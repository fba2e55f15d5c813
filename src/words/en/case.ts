/** Words of the main road. */
export const caseWords = {};
