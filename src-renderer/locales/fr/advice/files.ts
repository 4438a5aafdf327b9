import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `file.*`, `image.*` et `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} est introuvable.',
    steps: ['Vérifiez le nom et le dossier, ou choisissez à nouveau le fichier.'],
  },
  'file.unreadable': {
    title: '{name} ne peut pas être lu : {reason}.',
    steps: [
      'Vérifiez que vous avez le droit d’ouvrir le fichier, ou copiez-le dans un autre dossier et choisissez-le là.',
    ],
  },
  'file.empty': {
    title: '{name} est vide.',
    steps: ['Compilez ou téléchargez à nouveau le fichier.'],
  },
  'file.tooLarge': {
    title: '{name} est trop grand : {sizeBytes}, pour {limitBytes} au plus.',
    steps: ['Vérifiez que c’est le bon fichier.'],
  },
  'file.changed': {
    title: '{name} a été modifié après que vous l’avez choisi.',
    steps: ['Choisissez à nouveau le fichier, pour que ce qui est vérifié soit ce qui est écrit.'],
  },
  'file.isFolder': {
    title: '{name} est un dossier.',
    steps: ['Choisissez un fichier dans ce dossier.'],
  },
  'file.notUnderstood': {
    title: '{name} n’a pas pu être compris : {reason}.',
    steps: ['Compilez ou téléchargez à nouveau le fichier.', 'Vérifiez que c’est un firmware pour une puce Espressif.'],
  },
  'file.badLine': {
    title: 'La ligne {line} de {name} n’a pas de sens : « {text} ».',
    steps: ['Écrivez-la ainsi : nom, type, sous-type, décalage, taille, drapeaux, séparés par des virgules.'],
  },
  'file.nothingInside': {
    title: 'Il n’y a pas de firmware dans {name}.',
    steps: [
      'Si c’est un projet, compilez-le d’abord.',
      'Choisissez le dossier où les fichiers finissent par .bin, ou un tel fichier lui-même.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} contient plus de {limit} fichiers.',
    steps: ['Choisissez plutôt les fichiers de firmware qu’il contient.'],
  },
  'file.encrypted': {
    title: '{name} est protégé par un mot de passe.',
    steps: ['Décompressez-le avec son mot de passe, puis choisissez le dossier des fichiers décompressés.'],
  },
  'file.severalBuilds': {
    title: '{name} contient plusieurs compilations : {builds}.',
    steps: ['Choisissez le dossier de celle que vous voulez.'],
  },
  'file.partMissing': {
    title: '{name} désigne le fichier {part}, qui n’est pas là.',
    steps: ['Compilez à nouveau le projet, ou décompressez tout le téléchargement.'],
  },
  'file.partRemote': {
    title: '{name} désigne {part}, qui est sur Internet. Rien n’est téléchargé.',
    steps: ['Téléchargez ce fichier, puis choisissez-le ici.'],
  },
  'file.partOutside': {
    title: '{name} désigne {part}, qui est en dehors de son dossier.',
    steps: ['Si vous avez confiance en ce fichier, choisissez-le séparément.'],
  },
  'file.notWritten': {
    title: '{name} n’a pas pu être écrit : {reason}.',
    steps: ['Vérifiez que le dossier existe, que vous pouvez y écrire et que le disque n’est pas plein.'],
  },
  'file.isInput': {
    title: 'Le résultat remplacerait {name}, dont il est tiré.',
    steps: ['Choisissez un autre nom pour le résultat.'],
  },
  'image.notBuilt': {
    title: 'Impossible de faire une image de {name} : {reason}.',
    steps: [
      'Vérifiez que la puce et les options conviennent à ce programme.',
      'Regardez le script d’édition de liens avec lequel il a été compilé.',
    ],
  },
  'input.notANumber': {
    title: '{what} : « {text} » n’est pas un nombre qui convient.',
    steps: ['Écrivez-le ainsi : 0x10000, 65536, 64k ou 4M.'],
  },
  'input.missing': {
    title: 'Il manque quelque chose : {what}.',
    steps: ['Ajoutez-le et réessayez.'],
  },
  'input.addressNotWanted': {
    title: '{name} apporte ses propres adresses ; {text} n’y a pas sa place.',
    steps: ['Omettez l’adresse.'],
  },
  'input.unknownOption': {
    title: '« {text} » n’est pas une option connue.',
    steps: [
      'Vérifiez l’orthographe ; esplanade --help énumère les commandes, esplanade help suivi d’une commande ses options.',
    ],
  },
  'input.badChoice': {
    title: '{what} : « {text} » n’est pas un des choix possibles.',
    steps: ['Choisissez parmi : {choices}.'],
  },
};
