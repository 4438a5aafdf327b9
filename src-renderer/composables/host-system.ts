/** Which kind of system this is, by what the main process says of itself: `linux x64`. */
export function hostSystem(platform: string): 'linux' | 'mac' | 'windows' {
  if (platform.startsWith('darwin')) return 'mac';
  return platform.startsWith('win') ? 'windows' : 'linux';
}
