/** Bytes. Larger than the largest flash parts leave for files; what is read lies in memory. */
export const largestVolumeBytes = 0x800_0000;
