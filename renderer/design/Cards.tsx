import { Card } from '../pops/Card.tsx';
import { pops } from './samples.ts';
import { Specimen } from './Specimen.tsx';

/** The card of a call, from its ring to its end. */
export function Cards() {
  return (
    <Specimen name="Cards">
      {pops.map((pop) => (
        <Card key={pop.call.ref} pop={pop} isFront />
      ))}
    </Specimen>
  );
}
