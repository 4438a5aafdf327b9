import type { sharingTexts as english } from '../en/sharing';
import type { Widened } from '../messages';

/** Prêter un port à d’autres programmes par le réseau. */
export const sharingTexts: Widened<typeof english> = {
  share: {
    title: 'Partager ce port',
    open: 'Partager ce port',
    intro:
      'D’autres programmes peuvent utiliser cette carte par le réseau, comme si elle était branchée chez eux : esptool, un terminal série, Esplanade sur un autre ordinateur. Rien n’est partagé tant que vous ne le demandez pas ici.',
    audience: 'Qui peut l’utiliser',
    thisComputer: 'Cet ordinateur seulement',
    thisComputerHint: 'Les programmes qui tournent ici. Personne d’autre n’y accède.',
    localNetwork: 'Le réseau local',
    localNetworkHint: 'Tous les ordinateurs du même réseau.',
    warning:
      'Il n’y a pas de mot de passe : toute personne de votre réseau peut alors lire, flasher et effacer cette carte.',
    port: 'Numéro de port',
    portHint: 'S’il est pris, le prochain qui est libre est utilisé.',
    portBad: 'Un nombre de 1 à 65535.',
    start: 'Commencer le partage',
    stop: 'Arrêter le partage',
    reason: { busy: 'Attendez la fin de l’opération en cours.' },
    on: { thisComputer: 'Partagé avec les programmes de cet ordinateur', localNetwork: 'Partagé avec le réseau local' },
    away: 'La carte a disparu. Le partage s’arrête si elle ne revient pas bientôt.',
    address: 'Adresse | Adresse, une par réseau',
    addressHint:
      'Donnez-la à l’autre programme comme port : esptool --port, ou « Port réseau » dans Esplanade. Pendant le partage, Esplanade ne touche pas à la carte.',
    otherPort: 'Le port {wanted} est pris, c’est donc {port} qui sert.',
    peers: 'Connectés maintenant',
    nobody: 'Personne',
    since: 'depuis {duration}',
    traffic: '{received} vers la carte, {sent} en retour',
    turnedAway: '{address} voulait aussi se connecter et a été refusé : un seul à la fois.',
    problem: 'Le dernier n’a pas pu être servi. {reason}',
    strip: 'Port partagé | {count} ports partagés',
    stripNobody: 'Personne n’est connecté',
    stripUsed: '{count} connecté | {count} connectés',
  },
};
