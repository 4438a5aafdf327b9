import type { mapTexts as english } from '../en/map';
import type { Widened } from '../messages';

/** Le plan de la flash. */
export const mapTexts: Widened<typeof english> = {
  map: {
    title: 'Plan de la flash',
    total: '{size} en tout',
    layout: 'D’après la table de partitions',
    writes: 'Sera écrit',
    kept: 'Reste tel quel',
    hint: 'Les petites zones sont dessinées plus larges qu’elles ne sont.',
    region: '{name}, {kind}, de {from} à {to}, {size}',
    range: '{from} – {to}',
    asList: 'Afficher en liste',
    from: 'De',
    to: 'À',
    name: 'Nom',
    kind: 'Contenu',
    size: 'Taille',
    point: 'Pointez une zone pour voir ce que c’est.',
  },
};
