import { fr } from '../../../src-shared/locales/fr';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Navigation, choix de la carte, messages : ce qui entoure chaque page. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: 'Pages',
    ...fr.pages,
  },
  board: {
    label: 'Carte',
    none: 'Choisir une carte',
    noneHint: 'Branchez-en une ou essayez une carte virtuelle',
    boards: 'Cartes',
    empty: 'Aucune carte trouvée. Branchez-en une avec un câble USB qui transmet les données.',
    revision: 'révision {revision}',
    flash: '{size} de flash',
    virtual: 'Carte virtuelle',
    virtualChip: '{chip} virtuel',
    network: 'Port réseau',
    serial: 'Port série',
    unknownChip: 'Puce inconnue',
    missing: 'Non connectée',
    state: {
      unknown: 'Pas encore interrogée',
      asking: 'Identification…',
      identified: 'Prête',
      failed: 'Pas de réponse',
      busy: 'Occupée',
      shared: 'Partagé',
    },
    ask: 'Interroger à nouveau cette carte',
    remove: 'Retirer ce port réseau',
    networkAddress: 'Port réseau',
    networkHint: 'socket://192.168.1.20:5555',
    add: 'Ajouter',
    lockedWhileRunning: 'On ne peut pas changer de carte pendant une opération.',
  },
  drop: { title: 'Déposez pour ajouter', text: 'Relâchez n’importe où dans la fenêtre' },
  remark: {
    detailsCopied: 'Les détails de la dernière opération sont dans le presse-papiers',
    noJobYet: 'Aucune opération n’a encore eu lieu',
    tableInUse: 'Vous pourrez ajouter des fichiers quand l’opération en cours sera terminée',
    exampleNotSaved: 'L’exemple ne peut pas être enregistré. Ajoutez d’abord vos propres fichiers.',
    traceCopied: 'La trace est dans le presse-papiers',
    traceSaved: 'La trace est enregistrée',
  },
  notices: { label: 'Messages', dismiss: 'Fermer' },
};
