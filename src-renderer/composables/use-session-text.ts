import { useI18n } from 'vue-i18n';
import type { SessionEvent, SessionLine } from './monitor-lines';
import { useFormat } from './use-format';

/** What a line says: what the board said, or what happened to the session in the chosen language. */
export function useSessionText(): (line: SessionLine) => string {
  const { t } = useI18n();
  const format = useFormat();

  function eventText(event: SessionEvent): string {
    switch (event.kind) {
      case 'opened':
      case 'cameBack':
        return t(`monitor.event.${event.kind}`, { path: event.path, rate: format.number(event.baudRate) });
      case 'rateChanged':
        return t('monitor.event.rateChanged', { rate: format.number(event.baudRate) });
      case 'yielded':
        return t(`monitor.event.yielded${event.heldBy}`);
      case 'lost':
        return t('monitor.event.lost', { size: format.bytes(event.bytes) });
      case 'away':
      case 'closed':
      case 'heardByJob':
      case 'restarted':
      case 'downloadMode':
        return t(`monitor.event.${event.kind}`);
    }
  }

  return ({ text, event, origin }) => {
    if (event !== null) return `— ${eventText(event)} —`;
    return origin === 'sent' ? `› ${text}` : text;
  };
}
