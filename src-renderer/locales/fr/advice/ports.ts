import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `port.*`. */
export const portsAdvice: AdviceTextsOf<'port'> = {
  'port.notFound': {
    title: 'Il n’y a pas de port {path} sur cet ordinateur.',
    cause: 'Il a sans doute été débranché, ou il porte un autre nom depuis qu’il a été rebranché.',
    steps: [
      'Vérifiez que le câble USB est branché aux deux bouts.',
      'Choisissez à nouveau la carte : un port peut changer de nom quand la carte est rebranchée.',
    ],
  },
  'port.busy': {
    title: 'Un autre programme utilise {path}.',
    cause:
      'Un port série ne sert qu’un programme à la fois ; un moniteur ou un outil de développement est sans doute encore ouvert.',
    steps: [
      'Fermez les programmes qui parlent aux ports série, comme {holder}.',
      'Si aucun n’est ouvert, débranchez la carte et rebranchez-la.',
    ],
  },
  'port.forbidden': {
    title: 'Cet ordinateur ne vous laisse pas utiliser {path}.',
    cause: 'Sous Linux, les ports série appartiennent à un groupe dont votre compte ne fait pas encore partie.',
    steps: [
      'Sous Linux, ajoutez votre compte au groupe {group}, puis fermez la session et rouvrez-la.',
      'Sous Windows, fermez les autres programmes qui utilisent le port et rebranchez la carte.',
    ],
  },
  'port.openFailed': {
    title: '{path} n’a pas pu être ouvert : {reason}.',
    cause: 'Le pilote de l’adaptateur est sans doute bloqué, ou n’est pas installé.',
    steps: [
      'Débranchez la carte, attendez un instant et rebranchez-la.',
      'Installez le pilote de l’adaptateur USB de la carte, si le système n’en a pas.',
    ],
  },
  'port.unreachable': {
    title: '{path} ne répond pas : {reason}.',
    cause: 'Le serveur n’est sans doute pas en marche, ou l’adresse n’est pas tout à fait juste.',
    steps: [
      'Vérifiez l’hôte et le numéro de port, et que le serveur y fonctionne.',
      'Vérifiez qu’aucun pare-feu ne s’interpose.',
      'Écrivez rfc2217:// pour un serveur de port série, et socket:// pour un serveur qui transmet les octets bruts.',
    ],
  },
  'port.badAddress': {
    title: '{path} n’est pas l’adresse d’un port : {reason}.',
    cause: 'Il manque sans doute une partie de l’adresse, ou elle est mal écrite.',
    steps: [
      'Écrivez un port série distant ainsi : rfc2217://192.168.1.20:4000.',
      'Écrivez un port réseau brut ainsi : socket://192.168.1.20:5555.',
      'Écrivez une carte d’exercice ainsi : sim://esp32c3.',
    ],
  },
  'port.unplugged': {
    title: 'La carte sur {path} a disparu.',
    cause: 'Un câble s’est détaché, ou la carte a demandé plus de courant que le port USB n’en donne et a redémarré.',
    steps: [
      'Rebranchez-la et recommencez.',
      'Si personne n’y a touché, essayez un autre câble, un autre port USB ou un hub avec sa propre alimentation.',
    ],
  },
  'port.notOpen': {
    title: 'La connexion à {path} est déjà fermée.',
    cause: 'La carte a été débranchée ou l’opération arrêtée un instant plus tôt.',
    steps: ['Recommencez.'],
  },
  'port.writeFailed': {
    title: 'Rien n’a pu être envoyé à {path} : {reason}.',
    cause: 'L’adaptateur n’accepte plus d’octets : il a sans doute été débranché, ou son pilote est bloqué.',
    steps: ['Débranchez la carte et rebranchez-la.', 'Essayez un autre câble ou un autre port USB.'],
  },
  'port.baudRateRefused': {
    title: '{path} ne peut pas fonctionner à {baudRate} bauds.',
    cause: 'L’adaptateur ou son pilote ne connaît pas cette vitesse.',
    steps: ['Réglez la vitesse sur automatique, ou choisissez-en une plus basse, comme 460800 ou 115200.'],
  },
  'port.noneFound': {
    title: 'Aucune carte n’a été trouvée.',
    cause: 'Le câble ne fait sans doute que charger, ou le système n’a pas de pilote pour l’adaptateur de la carte.',
    steps: [
      'Branchez la carte avec un câble USB qui transmet les données ; certains câbles ne font que charger.',
      'Essayez un autre port USB, sans hub.',
      'Installez le pilote de l’adaptateur USB de la carte, si le système n’en a pas.',
    ],
  },
  'port.cannotListen': {
    title: 'Rien ne peut être partagé à {address} : {reason}.',
    cause: 'Un autre programme utilise déjà ce numéro, ou il est réservé au système.',
    steps: ['Choisissez un autre numéro de port, entre 1024 et 65535.'],
  },
  'port.shareEnded': {
    title: '{path} n’est plus partagé : sa carte a disparu.',
    cause: 'La carte a été débranchée, ou son câble s’est desserré.',
    steps: ['Rebranchez-la et partagez-la à nouveau sur la page Carte.'],
  },
};
