import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `job.*`, `ipc.*`, `settings.*` und `internal`. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Abgebrochen.',
    cause: 'Der Vorgang wurde auf Wunsch abgebrochen, bevor er fertig war.',
    steps: ['Was gerade geschrieben wurde, ist unvollständig: Flashen Sie erneut, bevor Sie das Board benutzen.'],
  },
  'job.portInUse': {
    title: 'Esplanade ist schon mit {path} beschäftigt.',
    cause: 'Ein anderer Vorgang, der hier gestartet wurde, ist noch nicht fertig.',
    steps: ['Warten Sie, bis das erledigt ist, oder brechen Sie es ab.'],
  },
  'job.portShared': {
    title: '{path} ist für andere Programme freigegeben.',
    cause: 'Er wurde auf diesem Computer im Netzwerk freigegeben, damit ein anderes Programm ihn nutzen kann.',
    steps: ['Beenden Sie die Freigabe auf der Seite „Board“ und versuchen Sie es noch einmal.'],
  },
  'job.notFound': {
    title: 'Dieser Vorgang ist schon beendet.',
    cause: 'Er wurde kurz zuvor fertig oder abgebrochen.',
    steps: ['Starten Sie ihn erneut, falls er noch gebraucht wird.'],
  },
  'ipc.badRequest': {
    title: 'Das Fenster hat etwas Unmögliches verlangt ({channel}: {reason}).',
    cause: 'Das ist ein Fehler von Esplanade, nicht Ihres Boards.',
    steps: ['Starten Sie Esplanade neu.', 'Wenn es wieder geschieht, kopieren Sie die Details und melden Sie es.'],
  },
  'ipc.forbiddenSender': {
    title: 'Eine Anfrage von außerhalb des Fensters wurde abgewiesen ({channel}).',
    cause: 'Etwas wollte Esplanade von außerhalb seines Fensters benutzen.',
    steps: ['Starten Sie Esplanade neu.'],
  },
  'settings.unreadable': {
    title: 'Ihre Einstellungen konnten nicht gelesen werden ({reason}); es gelten die üblichen.',
    cause: 'Die Datei wurde wahrscheinlich beschädigt oder von einer anderen Version geschrieben.',
    steps: ['Stellen Sie noch einmal ein, was Sie brauchen; es wird wieder gespeichert.'],
  },
  'settings.notSaved': {
    title: 'Ihre Einstellungen konnten nicht gespeichert werden: {reason}.',
    cause: 'Der Datenträger ist voll, oder Ihr Benutzerordner ist nicht beschreibbar.',
    steps: ['Prüfen Sie, ob der Datenträger nicht voll und Ihr Benutzerordner beschreibbar ist.'],
  },
  internal: {
    title: 'In Esplanade ist etwas schiefgegangen: {reason}.',
    cause: 'Das ist ein Fehler von Esplanade, nicht Ihres Boards.',
    steps: ['Versuchen Sie es erneut.', 'Wenn es wieder geschieht, kopieren Sie die Details und melden Sie es.'],
  },
};
