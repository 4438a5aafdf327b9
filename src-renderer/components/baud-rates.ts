/** What a person may choose for the speed, in baud. */
export const baudRates: readonly number[] = [
  9600, 57600, 74880, 115200, 230400, 460800, 921600, 1000000, 1500000, 2000000, 3000000, 4000000,
];
