import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** Comment une carte est atteinte : la seconde moitié des options avancées. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: 'Comment atteindre cette carte',
    intro: 'Vaut pour tout ce qui se fait avec elle, et n’est retenu que pour cette carte.',
    chip: 'Puce',
    chipHint: 'Une carte avec une autre puce est laissée intacte.',
    attempts: 'Se connecter',
    attemptsHint: 'Combien de fois la carte est réinitialisée et interrogée avant qu’Esplanade renonce.',
    openAttempts: 'Ouvrir le port',
    openAttemptsHint: 'Pour un port qui n’est là qu’un instant après chaque démarrage.',
    times: '{count} fois | {count} fois',
    endless: 'Jusqu’à Annuler',
    resetSequence: 'Séquence de réinitialisation',
    resetSequenceHint:
      'Étapes de DTR (D), de RTS (R) et des deux (U), attentes (W) en secondes. Vide : la séquence habituelle.',
    pins: 'Flash sur',
    pinsHint: 'Les broches auxquelles la mémoire flash est reliée.',
    pinsUsual: 'Les broches propres à la puce',
    pinsOther: 'D’autres broches',
    pinNumbers: 'Broches de la flash',
    pinNumbersHint: 'Numéros GPIO de CLK, Q, D, HD et CS, séparés par des virgules.',
    vddSdio: 'Alimentation de la flash',
    vddSdioHint: 'VDD_SDIO jusqu’à la prochaine réinitialisation. Une mauvaise tension peut détruire la mémoire flash.',
    vddSdioChoice: { usual: 'Comme sur la carte', '18V': '1,8 V', '19V': '1,9 V', OFF: 'Coupée' },
  },
};
