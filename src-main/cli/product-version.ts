import { version } from '../../package.json';

/** As in package.json, from which releases are made. */
export const productVersion: string = version;
