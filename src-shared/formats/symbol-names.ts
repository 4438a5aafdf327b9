/**
 * C++ writes where a function belongs into its symbol (Itanium C++ ABI, "External Names"): `_ZN5Print7printlnEv` is
 * `Print::println`. Only the names are read out, not the types behind them; what is beyond that stays as it is.
 */
export function readableName(symbol: string): string {
  // GCC marks parts and clones of a function behind a dot.
  const [mangled = '', ...rest] = symbol.split('.');
  if (!mangled.startsWith('_Z') || mangled.length > 300) return symbol;
  const names = namesIn(mangled.slice(2));
  if (names === null) return symbol;
  const mark = rest.length === 0 ? '' : ` (${rest.join('.')})`;
  return `${names.join('::')}${mark}`;
}

const abbreviations: Readonly<Record<string, string>> = {
  St: 'std',
  Sa: 'std::allocator',
  Ss: 'std::string',
  Si: 'std::istream',
  So: 'std::ostream',
};

function namesIn(text: string): string[] | null {
  const isNested = text.startsWith('N');
  // Const and volatile member functions say so first.
  let left = isNested ? text.slice(1).replace(/^[rVK]*[RO]?/, '') : text.replace(/^L/, '');
  const names: string[] = [];
  for (;;) {
    const short = abbreviations[left.slice(0, 2)];
    const length = /^L?(\d{1,3})/.exec(left);
    if (names.length === 0 && short !== undefined) {
      names.push(short);
      left = left.slice(2);
    } else if (length !== null) {
      const size = Number(length[1]);
      const name = left.slice(length[0].length, length[0].length + size);
      if (name.length < size || size === 0) return null;
      names.push(name.startsWith('_GLOBAL__N') ? '(anonymous)' : name);
      left = left.slice(length[0].length + size);
    } else if (/^C[123]/.test(left) && names.length > 0) {
      names.push(names.at(-1) ?? '');
      left = left.slice(2);
    } else if (/^D[012]/.test(left) && names.length > 0) {
      names.push(`~${names.at(-1) ?? ''}`);
      left = left.slice(2);
    } else break;
    if (!isNested && names[0] !== 'std') break;
  }
  // What a nested name does not end after is an operator or a template: its name alone would mislead.
  return names.length > 0 && (!isNested || left.startsWith('E')) ? names : null;
}
