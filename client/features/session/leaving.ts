let underWay: Promise<void> | undefined;

/** A seat is being given up from here. `done`: the server has heard it, or the line is gone. */
export function noteLeaving(done: Promise<void>): void {
  const mine = done.finally(() => {
    if (underWay === mine) underWay = undefined;
  });
  underWay = mine;
}

/** Calls back when the server has heard that one has left: what it told before may have counted oneself. */
export function whenLeft(listener: () => void): void {
  void underWay?.then(listener);
}
