import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `file.*`, `image.*` et `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} est introuvable.',
    cause: 'Il a été déplacé, renommé ou supprimé, ou sa compilation n’est pas finie.',
    steps: ['Vérifiez le nom et le dossier, ou choisissez à nouveau le fichier.'],
  },
  'file.unreadable': {
    title: '{name} ne peut pas être lu : {reason}.',
    cause: 'Il appartient à un autre utilisateur, ou un autre programme se le réserve.',
    steps: [
      'Vérifiez que vous avez le droit d’ouvrir le fichier, ou copiez-le dans un autre dossier et choisissez-le là.',
    ],
  },
  'file.empty': {
    title: '{name} est vide.',
    cause: 'La compilation ou le téléchargement s’est sans doute arrêté en route.',
    steps: ['Compilez ou téléchargez à nouveau le fichier.'],
  },
  'file.tooLarge': {
    title: '{name} est trop grand : {sizeBytes}, pour {limitBytes} au plus.',
    cause: 'Ce n’est sans doute pas un fichier de firmware.',
    steps: ['Vérifiez que c’est le bon fichier.'],
  },
  'file.changed': {
    title: '{name} a été modifié après que vous l’avez choisi.',
    cause: 'Il a sans doute été recompilé entre-temps.',
    steps: ['Choisissez à nouveau le fichier, pour que ce qui est vérifié soit ce qui est écrit.'],
  },
  'file.isFolder': {
    title: '{name} est un dossier.',
    cause: 'Un dossier se trouve là où un fichier est attendu.',
    steps: ['Choisissez un fichier dans ce dossier.'],
  },
  'file.notUnderstood': {
    title: '{name} n’a pas pu être compris : {reason}.',
    cause: 'Il a sans doute été tronqué pendant le téléchargement, ou n’est pas du type que son nom annonce.',
    steps: ['Compilez ou téléchargez à nouveau le fichier.', 'Vérifiez que c’est un firmware pour une puce Espressif.'],
  },
  'file.badLine': {
    title: 'La ligne {line} de {name} n’a pas de sens : « {text} ».',
    cause: 'La ligne n’a pas le bon nombre de champs, ou contient une valeur qu’aucune partition ne peut avoir.',
    steps: ['Écrivez-la ainsi : nom, type, sous-type, décalage, taille, drapeaux, séparés par des virgules.'],
  },
  'file.nothingInside': {
    title: 'Il n’y a pas de firmware dans {name}.',
    cause: 'Le projet n’est sans doute pas encore compilé, ou c’est un autre dossier.',
    steps: [
      'Si c’est un projet, compilez-le d’abord.',
      'Choisissez le dossier où les fichiers finissent par .bin, ou un tel fichier lui-même.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} contient plus de {limit} fichiers.',
    cause: 'Ce n’est sans doute pas un paquet de firmware.',
    steps: ['Choisissez plutôt les fichiers de firmware qu’il contient.'],
  },
  'file.encrypted': {
    title: '{name} est protégé par un mot de passe.',
    cause: 'La personne qui l’a créé a mis un mot de passe.',
    steps: ['Décompressez-le avec son mot de passe, puis choisissez le dossier des fichiers décompressés.'],
  },
  'file.severalBuilds': {
    title: '{name} contient plusieurs compilations : {builds}.',
    cause: 'Le projet a été compilé pour plusieurs cartes ou environnements.',
    steps: ['Choisissez le dossier de celle que vous voulez.'],
  },
  'file.partMissing': {
    title: '{name} désigne le fichier {part}, qui n’est pas là.',
    cause:
      'La compilation n’est sans doute pas complète, ou une partie seulement du téléchargement a été décompressée.',
    steps: ['Compilez à nouveau le projet, ou décompressez tout le téléchargement.'],
  },
  'file.partRemote': {
    title: '{name} désigne {part}, qui est sur Internet. Rien n’est téléchargé.',
    cause: 'Il est fait pour un installateur dans une page web, qui va chercher lui-même ses fichiers.',
    steps: ['Téléchargez ce fichier, puis choisissez-le ici.'],
  },
  'file.partOutside': {
    title: '{name} désigne {part}, qui est en dehors de son dossier.',
    cause:
      'Il a été fait sur un ordinateur avec d’autres dossiers, ou par quelqu’un à qui il vaut mieux ne pas se fier.',
    steps: ['Si vous avez confiance en ce fichier, choisissez-le séparément.'],
  },
  'file.notWritten': {
    title: '{name} n’a pas pu être écrit : {reason}.',
    cause: 'Le disque est plein, le dossier n’existe plus, ou vous n’avez pas le droit d’y écrire.',
    steps: ['Vérifiez que le dossier existe, que vous pouvez y écrire et que le disque n’est pas plein.'],
  },
  'file.noRoom': {
    title: 'Il n’y a pas de place pour {name} : il manque {missingBytes}.',
    cause: 'Tous les fichiers, avec ce dont le système de fichiers a besoin, sont plus grands que la partition.',
    steps: ['Retirez des fichiers ou réduisez-les, ou utilisez une partition plus grande.'],
  },
  'file.nameTooLong': {
    title: 'Le nom {name} est trop long : {limit} caractères au plus.',
    cause:
      'Le système de fichiers n’a pas plus de place pour un nom. Les lettres autres que A à Z peuvent compter plusieurs fois.',
    steps: ['Choisissez un nom plus court.'],
  },
  'file.nameNotAllowed': {
    title: '{name} ne peut pas être un nom ici.',
    cause:
      'Il contient des caractères que le système de fichiers n’admet pas, existe deux fois ou passe par un fichier.',
    steps: ['Choisissez un autre nom.'],
  },
  'file.noFolders': {
    title: '{name} est un dossier, et ce système de fichiers n’en a pas.',
    cause: 'Dans SPIFFS, les dossiers ne sont qu’une partie du nom des fichiers.',
    steps: ['Retirez le dossier ; ses fichiers gardent leur nom entier.'],
  },
  'file.isInput': {
    title: 'Le résultat remplacerait {name}, dont il est tiré.',
    cause: 'Le même nom a été choisi pour la source et pour le résultat.',
    steps: ['Choisissez un autre nom pour le résultat.'],
  },
  'image.notBuilt': {
    title: 'Impossible de faire une image de {name} : {reason}.',
    cause:
      'Le programme a sans doute été lié pour une autre puce, ou a des parties à des endroits de la mémoire qu’une image ne peut pas remplir.',
    steps: [
      'Vérifiez que la puce et les options conviennent à ce programme.',
      'Regardez le script d’édition de liens avec lequel il a été compilé.',
    ],
  },
  'input.notANumber': {
    title: '{what} : « {text} » n’est pas un nombre qui convient.',
    cause: 'Il y a sans doute une lettre de trop, ou le nombre est trop grand pour cet endroit.',
    steps: ['Écrivez-le ainsi : 0x10000, 65536, 64k ou 4M.'],
  },
  'input.missing': {
    title: 'Il manque quelque chose : {what}.',
    cause: 'Une partie de la commande a été omise.',
    steps: ['Ajoutez-le et réessayez.'],
  },
  'input.addressNotWanted': {
    title: '{name} apporte ses propres adresses ; {text} n’y a pas sa place.',
    cause: 'Le fichier dit lui-même où vont ses parties.',
    steps: ['Omettez l’adresse.'],
  },
  'input.unknownOption': {
    title: '« {text} » n’est pas une option connue.',
    cause: 'Elle est sans doute mal écrite, ou appartient à une autre commande.',
    steps: [
      'Vérifiez l’orthographe ; esplanade --help énumère les commandes, esplanade help suivi d’une commande ses options.',
    ],
  },
  'input.badChoice': {
    title: '{what} : « {text} » n’est pas un des choix possibles.',
    cause: 'Il est sans doute mal écrit, ou appartient à une autre puce ou à une autre commande.',
    steps: ['Choisissez parmi : {choices}.'],
  },
};
