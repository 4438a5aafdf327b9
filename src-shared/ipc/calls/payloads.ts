import { z } from 'zod';

/** A call that needs no more than its name. */
export const noPayload = z.undefined();
/** `COM3`, `/dev/ttyUSB0`, `socket://…`: a board, never a file. */
export const path = z.string().min(1).max(300);
/** Goes on trying to reach the board until it answers or the job is cancelled. */
export const isPatient = z.boolean().exactOptional();
/** What the main process keeps a file, a place or a job behind. */
export const token = z.string().max(100);
