/** Shared with the pre-flight checks, so that the map and their words speak of the same things. */
export { partitionKind } from '../../src-shared/formats/partition-kind';
