import type { mapTexts as english } from '../en/map';
import type { Widened } from '../messages';

/** El mapa de la flash. */
export const mapTexts: Widened<typeof english> = {
  map: {
    title: 'Mapa de la flash',
    total: '{size} en total',
    layout: 'Según la tabla de particiones',
    writes: 'Se escribirá',
    kept: 'Queda como está',
    hint: 'Las regiones pequeñas se dibujan más anchas de lo que son.',
    region: '{name}, {kind}, de {from} a {to}, {size}',
    range: '{from} – {to}',
    asList: 'Mostrar como lista',
    from: 'Desde',
    to: 'Hasta',
    name: 'Nombre',
    kind: 'Contenido',
    size: 'Tamaño',
    point: 'Señale una región para ver qué es.',
  },
};
