import { Specimen } from './Specimen.tsx';

const surfaces = ['back', 'surface', 'raised', 'hover', 'pressed', 'edge', 'edge-strong', 'edge-control'];
const tones = ['accent', 'good', 'warn', 'bad'];
const inks = ['ink', 'ink-2', 'ink-3'];
const sizes = ['xs', 's', 'm', 'l', 'xl', 'xxl'];
const spaces = ['1', '2', '3', '4', '5', '6', '7'];
const corners = ['s', 'm', 'l', 'full'];

/** Colour, type, space and corners, as the style sheets name them. */
export function Tokens() {
  return (
    <>
      <Specimen name="Surfaces">
        {surfaces.map((name) => (
          <Swatch key={name} name={name} background={`var(--${name})`} />
        ))}
      </Specimen>
      <Specimen name="Tones and their washes">
        {tones.map((name) => (
          <span key={name} className="swatch" style={{ color: `var(--${name})`, background: `var(--${name}-wash)` }}>
            {name}
          </span>
        ))}
        <span className="swatch" style={{ background: 'var(--quiet-wash)' }}>
          quiet
        </span>
        <span className="swatch" style={{ background: 'var(--accent-fill)', color: 'var(--on-accent)' }}>
          accent-fill
        </span>
      </Specimen>
      <Specimen name="Words">
        {inks.map((name) => (
          <span key={name} style={{ color: `var(--${name})` }}>
            {name}
          </span>
        ))}
      </Specimen>
      <Specimen name="Type">
        {sizes.map((name) => (
          <span key={name} style={{ fontSize: `var(--text-${name})` }}>
            {name} Ωραία
          </span>
        ))}
        <strong>title</strong>
        <span style={{ fontWeight: 'var(--weight-strong)' }}>strong</span>
        <code>code</code>
      </Specimen>
      <Specimen name="Space">
        {spaces.map((name) => (
          <span key={name} className="space" style={{ inlineSize: `var(--space-${name})` }} title={name} />
        ))}
      </Specimen>
      <Specimen name="Corners and shadows">
        {corners.map((name) => (
          <span key={name} className="swatch" style={{ borderRadius: `var(--radius-${name})` }}>
            {name}
          </span>
        ))}
        {['raised', 'card'].map((name) => (
          <span key={name} className="swatch" style={{ boxShadow: `var(--shadow-${name})` }}>
            {name}
          </span>
        ))}
      </Specimen>
    </>
  );
}

function Swatch({ name, background }: { readonly name: string; readonly background: string }) {
  return (
    <span className="swatch" style={{ background }}>
      {name}
    </span>
  );
}
