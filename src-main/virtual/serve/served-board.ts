/** A board that something outside this process can talk to. */
export interface ServedBoard {
  /** What to give to a flashing tool: `socket://127.0.0.1:5555`, `/tmp/esp32`. */
  readonly address: string;
  close(): Promise<void>;
}
