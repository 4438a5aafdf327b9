import type { findingTexts as english } from '../en/findings';
import type { Widened } from '../messages';

/** Ce que les cartes affichent quand quelque chose ne va pas, en mots simples. */
export const findingTexts: Widened<typeof english> = {
  finding: {
    crash: {
      title: 'L’application a planté',
      text: {
        read: 'Elle a voulu lire à l’adresse {address}, ce qui est interdit.',
        write: 'Elle a voulu écrire à l’adresse {address}, ce qui est interdit.',
        null: 'Elle a utilisé une chose jamais préparée : un pointeur qui ne mène nulle part (adresse {address}).',
        fetch: 'Elle a sauté à un endroit sans code, souvent par un pointeur de fonction jamais défini.',
        illegalInstruction:
          'Elle est tombée sur ce qui n’est pas une instruction. Souvent une fonction sans valeur de retour, ou une mémoire écrasée.',
        divideByZero: 'Elle a divisé un nombre entier par zéro.',
        unaligned: 'Elle a lu ou écrit un nombre à une adresse qui ne convient pas à sa taille ({address}).',
        cacheDisabled:
          'Elle a exécuté du code en flash à un moment où la flash ne pouvait pas être lue, en général dans une interruption.',
        stackOverflow: 'Une tâche a utilisé plus de pile qu’elle n’en a.',
        memoryProtection: 'Elle a touché à une mémoire protégée.',
        doubleException:
          'Elle a échoué de nouveau en traitant un échec. Le plus souvent, la pile est trop petite ou écrasée.',
        breakpoint: 'Elle est tombée sur un point d’arrêt, sans débogueur.',
        interruptWatchdog: 'Une interruption a duré trop longtemps.',
        other: 'Le processeur a renoncé : {printed}.',
      },
    },
    abort: {
      title: 'L’application s’est arrêtée elle-même',
      text: 'Le programme a appelé abort() : il a trouvé ce qui ne doit pas être. La ligne d’avant dit souvent quoi.',
    },
    assert: { title: 'Un contrôle du programme a échoué', text: 'Il attendait : {expression}. {where}' },
    errorCheck: {
      title: 'Une fonction a signalé une erreur que l’application ne traite pas',
      text: 'L’erreur est {name}. {where}',
    },
    stackOverflow: {
      title: 'Une tâche manque de pile',
      text: 'La tâche {task} a besoin d’une pile plus grande : augmentez-la à la création de la tâche, ou mettez moins dans les variables locales.',
    },
    stackSmashed: {
      title: 'Une écriture a dépassé la fin d’un tableau local',
      text: 'La fonction l’a remarqué en se terminant. Cherchez les tableaux remplis sans contrôle de taille.',
    },
    heapCorrupt: {
      title: 'De la mémoire a été écrasée',
      text: 'Une écriture a dépassé la fin d’un bloc de mémoire, ou celui-ci a servi après avoir été rendu. C’est arrivé avant cette ligne.',
    },
    outOfMemory: {
      title: 'L’application manque de mémoire',
      text: 'Un bloc de mémoire qu’elle demandait n’était pas disponible.',
    },
    uncaughtException: {
      title: 'Une exception C++ n’a pas été traitée',
      text: 'De type {name}.',
      textUnnamed: 'Son type n’est pas indiqué.',
    },
    interruptWatchdog: {
      title: 'L’application est restée bloquée, interruptions coupées',
      text: 'Une routine d’interruption ou une section verrouillée a duré si longtemps que le chien de garde est intervenu.',
    },
    taskWatchdog: {
      title: 'Une tâche ne cède pas la place',
      text: 'Celles-ci n’ont pas eu leur tour à temps : {tasks}. Quelque chose tourne longtemps sans délai ni attente.',
      textUnnamed: 'Quelque chose tourne longtemps sans délai ni attente.',
    },
    softWatchdog: {
      title: 'L’application est restée bloquée trop longtemps',
      text: 'Une boucle a tourné sans delay() ni yield(), et le chien de garde a redémarré la carte.',
    },
    brownout: {
      title: 'La tension d’alimentation a chuté',
      text: 'La carte redémarre faute de courant. Prenez un câble USB court et épais, et un port de l’ordinateur lui-même ou un concentrateur alimenté ; le Wi-Fi et les servomoteurs consomment le plus.',
    },
    emptyFlash: {
      title: 'Il n’y a pas de firmware là où la puce le cherche',
      text: 'La flash y est vide. Flashez un firmware complet : bootloader, table de partitions et application, ou un seul fichier fusionné.',
    },
    invalidHeader: {
      title: 'Ce qui est à la place du bootloader n’est pas un firmware',
      text: 'Cela commence par {header}. Le plus souvent, un fichier a été écrit à la mauvaise adresse, ou la flash est chiffrée.',
    },
    flashReadError: {
      title: 'La puce ne peut pas lire sa flash',
      text: 'Soit rien n’est écrit à la place du bootloader, soit le mode de flash ne convient pas à la carte. Flashez de nouveau en mode DIO.',
    },
    wrongFlashMode: {
      title: 'Sans doute le mauvais mode de flash',
      text: 'La puce charge le firmware en mode {mode}, puis n’entend plus rien. Beaucoup de cartes n’ont pas les fils pour cela : flashez de nouveau en mode DIO.',
    },
    brokenImage: {
      title: 'Le firmware en flash est abîmé',
      text: {
        checksum:
          'Sa somme de contrôle est fausse. Flashez de nouveau ; si cela ne suffit pas, essayez une fréquence de flash plus basse ou le mode DIO.',
        hash: 'Son empreinte est fausse. Flashez de nouveau ; si cela ne suffit pas, essayez une fréquence de flash plus basse ou le mode DIO.',
        magic:
          'La partition ne contient pas d’application. Elle n’a peut-être jamais été écrite, ou à une autre adresse.',
      },
    },
    noPartitionTable: {
      title: 'Il n’y a pas de table de partitions',
      text: 'Le bootloader ne sait pas où est l’application. Flashez aussi la table de partitions, ou un seul fichier fusionné.',
    },
    noApp: {
      title: 'Aucune application ne peut démarrer',
      text: 'Le bootloader et la table de partitions sont là, mais aucune partition ne contient d’application. Flashez l’application à son adresse.',
    },
    wrongChip: {
      title: 'Le firmware est pour une autre puce',
      text: 'Il est fait pour {wanted}, et ceci est {actual}. Compilez ou téléchargez celui de cette puce.',
    },
    wrongRevision: {
      title: 'Le firmware est pour d’autres versions de cette puce',
      text: 'Il veut la révision {needed}, et cette puce est {found}. Réglez la révision minimale dans le projet et recompilez.',
    },
    flashTooSmall: {
      title: 'Le firmware attend plus de flash qu’il n’y en a',
      text: 'Il indique {header}, et la carte a {actual}. Flashez de nouveau en laissant détecter la taille de la flash, ou choisissez-la dans le projet.',
    },
    secureBoot: {
      title: 'Le firmware n’est pas signé avec la bonne clé',
      text: 'Cette puce ne démarre que les firmwares signés par son propriétaire.',
    },
    noPsram: {
      title: 'La mémoire supplémentaire (PSRAM) ne répond pas',
      text: 'Le firmware attend une PSRAM que cette carte n’a pas, ou dans un autre mode (quad ou octal). Changez-le dans le projet.',
    },
    settingsOutdated: {
      title: 'Les réglages enregistrés ne conviennent plus à l’application',
      text: 'La partition des réglages (NVS) est pleine ou a été écrite par une version plus récente. L’effacer aide ; les mots de passe Wi-Fi et autres réglages sont alors perdus.',
    },
    downloadMode: {
      title: 'La carte attend un firmware',
      text: 'Elle a démarré en mode téléchargement, l’application ne tourne donc pas. Redémarrez-la sans maintenir BOOT ; si elle y revient, quelque chose tire {pin} vers le bas.',
      pin: 'la broche BOOT',
    },
    otherBootMode: {
      title: 'La carte a démarré dans un mode qui n’est ni l’application ni le téléchargement',
      text: 'Quelque chose tire ses broches de démarrage dans le mauvais sens (mode {bootMode}). Débranchez ce qui y est relié et redémarrez-la.',
    },
    restarted: {
      title: 'La carte a démarré',
      text: {
        powerOn: 'Parce qu’elle a été alimentée, ou par son bouton RESET.',
        external: 'Parce que quelqu’un l’a réinitialisée.',
        software: 'Parce que l’application l’a demandé, ou après un plantage.',
        watchdog: 'Parce qu’un chien de garde est intervenu : l’application était bloquée, ou n’a jamais démarré.',
        interruptWatchdog: 'Parce que des interruptions ont duré trop longtemps.',
        taskWatchdog: 'Parce qu’une tâche ne cédait pas la place.',
        brownout: 'Parce que la tension d’alimentation a chuté.',
        deepSleep: 'Elle s’est réveillée d’un sommeil profond.',
        usb: 'Parce que l’ordinateur l’a demandé par USB.',
        glitch: 'À cause d’une perturbation de l’alimentation ou de l’horloge.',
        unknown: 'La puce donne pour raison {printed}.',
      },
    },
    crashLoop: {
      title: 'La carte redémarre sans cesse',
      text: 'Elle a redémarré d’elle-même {times} fois en une demi-minute. Les notes voisines disent pourquoi.',
    },
    appStarted: { title: '{name} a démarré', text: 'Version {version}.' },
  },
};
