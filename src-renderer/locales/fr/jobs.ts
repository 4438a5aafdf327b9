import type { jobsTexts as english } from '../en/jobs';
import type { Widened } from '../messages';

/** Une opération en cours et sa fin. */
export const jobsTexts: Widened<typeof english> = {
  progress: {
    title: {
      flash: 'Écriture sur {board}',
      read: 'Lecture de {board}',
      erase: 'Effacement de {board}',
      verify: 'Comparaison avec {board}',
      nvs: 'Lecture des réglages de {board}',
      memory: 'Mémoire de {board}',
      tools: 'Outils : {board}',
      volume: 'Lecture des fichiers de {board}',
      partitions: 'Écriture de la table sur {board}',
    },
    unhurried: 'Cela peut prendre une minute ou deux.',
    overall: 'Progression',
    file: 'Fichier {n} sur {count}',
    speed: 'Vitesse',
    timeLeft: 'Temps restant',
    elapsed: 'Écoulé',
    rate: 'Débit',
    none: '–',
    step: {
      connecting: 'Se connecter',
      detecting: 'Identifier la carte',
      startingStub: 'Lancer le chargeur rapide',
      resetting: 'Redémarrer la carte',
      listening: 'Écouter la carte',
    },
    work: {
      flash: 'Écrire et vérifier',
      read: 'Lire et vérifier',
      erase: 'Effacer et contrôler',
      verify: 'Comparer',
      nvs: 'Lire et vérifier',
      memory: 'Lire ou écrire la mémoire',
      tools: 'Lire ou écrire',
      volume: 'Lire et vérifier',
      partitions: 'Écrire et vérifier',
    },
    now: {
      waiting: 'En attente du port',
      connecting: 'Connexion',
      startingStub: 'Lancement du chargeur rapide',
      detecting: 'Identification de la carte',
      erasing: 'Effacement',
      reading: 'Lecture',
      writing: 'Écriture',
      verifying: 'Vérification',
      resetting: 'Redémarrage de la carte',
      listening: 'Écoute de la carte',
      done: 'Finalisation',
    },
    stepState: { done: 'fait', active: 'en cours', pending: 'à venir' },
    announce: '{stage}, {percent}',
  },
  result: {
    verified: 'Vérifié',
    proof:
      'La puce contient ce qui a été envoyé : le MD5 de la zone ({count}) correspond. | La puce contient ce qui a été envoyé : le MD5 de chacune des {count} zones correspond.',
    unproven: 'Écrit, non vérifié',
    unprovenText:
      'La puce a tout accepté. En Secure Download Mode, personne ne peut relire : on verra si c’est juste quand la carte fonctionnera.',
    encrypted: 'Écrit et chiffré',
    encryptedText:
      'La puce l’a chiffré avec sa propre clé, puis écrit. Ce qui s’y trouve n’est plus le fichier en clair, et seule la puce peut le lire.',
    written: 'Écrit',
    sent: 'Envoyé par le câble',
    speed: 'Vitesse moyenne',
    rate: 'Débit',
    chip: 'Puce',
    mac: 'Adresse MAC',
    regions: 'Ce qui est prouvé',
    regionAt: '{offset}, {size}',
    boardSaid: 'Ce que la carte a dit après le redémarrage',
    boardSilent:
      'La carte n’a rien dit après le redémarrage. Beaucoup d’applications n’affichent rien ; appuyez sur son bouton RESET si elle ne fonctionne pas.',
    openMonitor: 'Ouvrir le moniteur',
    notListened: 'La carte reste telle quelle ; elle n’a pas été redémarrée.',
    cancelled: 'Annulé',
    unplugged: 'La carte a été débranchée',
    waitingForBoard: 'Rebranchez la carte pour continuer.',
    boardIsBack: 'La carte est de retour.',
    steps: 'Que faire',
  },
  job: {
    failed: {
      flash: 'Non flashé',
      read: 'Non lu',
      erase: 'Non effacé',
      verify: 'Non comparé',
      nvs: 'Réglages non lus',
      memory: 'Non fait',
      tools: 'Non fait',
      volume: 'Fichiers non lus',
      partitions: 'Table non écrite',
    },
    done: {
      flash: 'Flashé',
      read: 'Lu',
      erase: 'Effacé',
      verify: 'Comparé',
      nvs: 'Réglages lus',
      memory: 'Fait',
      tools: 'Fait',
      volume: 'Fichiers lus',
      partitions: 'Table écrite',
    },
    show: 'Voir ce qui s’est passé',
    reason: { elsewhere: 'Attendez la fin de l’opération en cours.' },
    aftermath: {
      flash: {
        untouched: 'Rien n’a été écrit : la carte est comme avant.',
        begun: 'Ce qui s’écrivait est incomplet. Flashez à nouveau la carte avant de l’utiliser.',
      },
      read: {
        untouched: 'Aucun fichier n’a été créé. La carte est comme avant.',
        begun: 'Aucun fichier n’a été créé. La carte est comme avant.',
      },
      erase: {
        untouched: 'Rien n’a été effacé : la carte est comme avant.',
        begun: 'Une partie est effacée, peut-être tout. Effacez à nouveau, ou flashez la carte avant de l’utiliser.',
      },
      verify: {
        untouched: 'Rien n’a été écrit : la carte est comme avant.',
        begun: 'Rien n’a été écrit : la carte est comme avant.',
      },
      partitions: {
        untouched: 'Rien n’a été écrit : la carte est comme avant.',
        begun: 'La table est peut-être incomplète. Réécrivez-la avant d’utiliser la carte.',
      },
      memory: {
        untouched: 'Rien n’a été fait. La carte est comme avant.',
        begun: 'Ce n’est pas allé jusqu’au bout. La flash est comme avant.',
      },
      tools: {
        untouched: 'Rien n’a été fait. La carte est comme avant.',
        begun:
          'Ce n’est pas allé jusqu’au bout : les registres d’état sont peut-être écrits à moitié. Relisez-les avant de continuer.',
      },
      nvs: {
        untouched: 'Rien n’a été lu. La carte est comme avant.',
        begun: 'Tout n’a pas été lu. La carte est comme avant.',
      },
      volume: {
        untouched: 'Rien n’a été lu. La carte est comme avant.',
        begun: 'Tout n’a pas été lu. La carte est comme avant.',
      },
    },
  },
};
