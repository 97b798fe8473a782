import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Names this process, so that another one of the same machine can tell later whether it still runs: the boot of the machine,
 * the process numbers' namespace, the process number, the moment of its start. Empty where the system does not say (proc(5)).
 */
export function thisWorker(): string {
  const seat = seatHere();
  const start = seat === undefined ? undefined : startOf(String(process.pid));
  return start === undefined ? '' : [seat, process.pid, start].join(':');
}

/** Whether a worker has surely ended: it ran on this machine, since its last boot, and does so no more. */
export function isGone(worker: string): boolean {
  const [boot = '', namespace = '', pid = '', start = ''] = worker.split(':');
  return start !== '' && `${boot}:${namespace}` === seatHere() && startOf(pid) !== start && showsEverybody();
}

/** A system can hide the processes of other users (`hidepid`): what is not seen may then run all the same. */
function showsEverybody(): boolean {
  return startOf('1') !== undefined;
}

function seatHere(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`;
  } catch {
    return undefined;
  }
}

/** Clock ticks from the boot to the start of a process that runs. */
function startOf(pid: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, can hold anything.
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(state) ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
