import type { CloseReason } from '../engine/transport/transport';

/** Who listens to one transport: the part that every kind of transport has in common. */
export class TransportListeners {
  private readonly bytesListeners = new Set<(bytes: Uint8Array) => void>();
  private readonly closeListeners = new Set<(reason: CloseReason) => void>();

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.bytesListeners.add(listener);
    return () => this.bytesListeners.delete(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    this.closeListeners.add(listener);
    return () => this.closeListeners.delete(listener);
  }

  bytesArrived(bytes: Uint8Array): void {
    for (const listener of [...this.bytesListeners]) listener(bytes);
  }

  closed(reason: CloseReason): void {
    for (const listener of [...this.closeListeners]) listener(reason);
  }
}
