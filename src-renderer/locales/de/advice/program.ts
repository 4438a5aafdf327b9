import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `job.*`, `ipc.*`, `settings.*` und `internal`. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Abgebrochen.',
    steps: ['Was gerade geschrieben wurde, ist unvollständig: Flashen Sie erneut, bevor Sie das Board benutzen.'],
  },
  'job.portInUse': {
    title: 'Esplanade ist schon mit {path} beschäftigt.',
    steps: ['Warten Sie, bis das erledigt ist, oder brechen Sie es ab.'],
  },
  'job.portShared': {
    title: '{path} ist für andere Programme freigegeben.',
    steps: ['Beenden Sie die Freigabe auf der Seite „Board“ und versuchen Sie es noch einmal.'],
  },
  'job.notFound': {
    title: 'Dieser Vorgang ist schon beendet.',
    steps: ['Starten Sie ihn erneut, falls er noch gebraucht wird.'],
  },
  'ipc.badRequest': {
    title: 'Das Fenster hat etwas Unmögliches verlangt ({channel}: {reason}).',
    steps: ['Starten Sie Esplanade neu.', 'Wenn es wieder geschieht, kopieren Sie die Details und melden Sie es.'],
  },
  'ipc.forbiddenSender': {
    title: 'Eine Anfrage von außerhalb des Fensters wurde abgewiesen ({channel}).',
    steps: ['Starten Sie Esplanade neu.'],
  },
  'settings.unreadable': {
    title: 'Ihre Einstellungen konnten nicht gelesen werden ({reason}); es gelten die üblichen.',
    steps: ['Stellen Sie noch einmal ein, was Sie brauchen; es wird wieder gespeichert.'],
  },
  'settings.notSaved': {
    title: 'Ihre Einstellungen konnten nicht gespeichert werden: {reason}.',
    steps: ['Prüfen Sie, ob der Datenträger nicht voll und Ihr Benutzerordner beschreibbar ist.'],
  },
  internal: {
    title: 'In Esplanade ist etwas schiefgegangen: {reason}.',
    steps: ['Versuchen Sie es erneut.', 'Wenn es wieder geschieht, kopieren Sie die Details und melden Sie es.'],
  },
};
