/** Why a regular expression filters nothing. */
export type FilterProblem = 'invalid' | 'slow';
