import type { ReactNode } from 'react';

/** Drawings on a 16 px grid, stroked with the current colour. `LayerDefinition.pictogram` names one of them. */
export const drawings: Readonly<Record<string, ReactNode>> = {
  act: (
    <>
      <path d="M2 11.5h5.2L13.5 4" />
      <path d="M2 14h12" strokeWidth="1" opacity=".6" />
    </>
  ),
  add: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 5v6M5 8h6" />
    </>
  ),
  attn: (
    <>
      <path d="M2.5 3.5 13.5 12.5M2.5 8h11M2.5 12.5 13.5 3.5" strokeWidth="1.1" />
      <g fill="currentColor" stroke="none">
        <circle cx="2.6" cy="3.5" r="1.5" />
        <circle cx="2.6" cy="8" r="1.5" />
        <circle cx="2.6" cy="12.5" r="1.5" />
        <circle cx="13.4" cy="3.5" r="1.5" />
        <circle cx="13.4" cy="8" r="1.5" />
        <circle cx="13.4" cy="12.5" r="1.5" />
      </g>
    </>
  ),
  block: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" />
      <rect x="4.5" y="4.5" width="7" height="2.5" fill="currentColor" stroke="none" />
      <rect x="4.5" y="9" width="7" height="2.5" fill="currentColor" stroke="none" />
    </>
  ),
  concat: (
    <>
      <rect x="2" y="2.5" width="12" height="4.5" rx="1" />
      <rect x="2" y="9" width="12" height="4.5" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  conv: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" />
      <path d="M6 2v12M10 2v12M2 6h12M2 10h12" strokeWidth="1" opacity=".7" />
      <rect x="6" y="6" width="4" height="4" fill="currentColor" stroke="none" />
    </>
  ),
  crop: (
    <>
      <path d="M4.5 1.5v10h10" />
      <path d="M1.5 4.5h10v10" />
    </>
  ),
  dense: (
    <>
      <path d="M4 4l8 2M4 4l8 6M4 8l8-2M4 8l8 2M4 12l8-6M4 12l8-2" strokeWidth="1" />
      <g fill="currentColor" stroke="none">
        <circle cx="3.5" cy="3.8" r="1.7" />
        <circle cx="3.5" cy="8" r="1.7" />
        <circle cx="3.5" cy="12.2" r="1.7" />
        <circle cx="12.5" cy="5.8" r="1.7" />
        <circle cx="12.5" cy="10.2" r="1.7" />
      </g>
    </>
  ),
  drop: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="4" cy="4" r="1.7" />
        <circle cx="12" cy="4" r="1.7" />
        <circle cx="4" cy="12" r="1.7" />
      </g>
      <path d="M10.4 10.4l3.2 3.2M13.6 10.4l-3.2 3.2" />
    </>
  ),
  embed: (
    <>
      <path d="M2.5 3.5h4M2.5 8h4M2.5 12.5h4" />
      <path
        d="M9 3.5h1.2M11.6 3.5h2M9 8h2M12.4 8h1.2M9 12.5h3M13 12.5h.6"
        strokeWidth="2.2"
        strokeLinecap="butt"
      />
    </>
  ),
  flatten: (
    <>
      <rect x="2" y="3" width="5" height="5" rx="1" />
      <path d="M4.5 3v5M2 5.5h5" strokeWidth="1" />
      <path d="M2 12.2h12" strokeWidth="2.4" />
      <path d="M10 4v4.4M8.2 6.8 10 8.6l1.8-1.8" />
    </>
  ),
  gather: (
    <>
      <path d="M2 3.5h12" strokeWidth="3" strokeDasharray="2 3" strokeLinecap="butt" opacity=".6" />
      <path d="M3 6l3 4.5M13 6l-3 4.5" strokeWidth="1.2" />
      <path d="M4.5 13h7" strokeWidth="3" strokeDasharray="3 1" strokeLinecap="butt" />
    </>
  ),
  input: (
    <>
      <path d="M2 8h8M7.2 5 10.2 8l-3 3" />
      <path d="M9.5 2.75H12a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5H9.5" />
    </>
  ),
  mask: (
    <>
      <rect x="1.75" y="5" width="12.5" height="6" rx="1" />
      <path d="M4.9 5v6M8 5v6M11.1 5v6" strokeWidth="1" />
      <rect x="8" y="5" width="6.25" height="6" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  matMul: (
    <>
      <rect x="1.5" y="7" width="5" height="7.5" rx="1" />
      <rect x="8.5" y="1.5" width="6" height="4" rx="1" />
      <rect x="8.5" y="7" width="6" height="7.5" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  noise: (
    <>
      <path d="M1.8 8h1.6l1-3.5 1.5 7 1.6-9 1.5 10.5 1.5-8 1.2 5 .9-2h1.6" strokeWidth="1.3" />
    </>
  ),
  norm: (
    <>
      <path d="M1.5 12.5c3.5 0 3.8-9 6.5-9s3 9 6.5 9" />
      <path d="M8 3.5v9" strokeWidth="1" strokeDasharray="1.5 1.8" />
    </>
  ),
  output: (
    <>
      <path d="M6.5 2.75H4a1.5 1.5 0 0 0-1.5 1.5v7.5A1.5 1.5 0 0 0 4 13.25h2.5" />
      <path d="M6 8h8M11.2 5l3 3-3 3" />
    </>
  ),
  pool: (
    <>
      <rect x="1.75" y="4.5" width="7" height="7" rx="1" />
      <path d="M5.25 4.5v7M1.75 8h7" strokeWidth="1" />
      <path d="M10.2 8h1.3" />
      <rect x="12" y="6.6" width="2.8" height="2.8" rx=".6" fill="currentColor" stroke="none" />
    </>
  ),
  position: (
    <>
      <path d="M1.5 6.5C3.2 1 5 1 6.5 6.5S9.8 12 11.5 6.5 14 3.2 14.5 3.2" strokeWidth="1.3" />
      <path d="M2.5 13.5h.1M6.2 13.5h.1M9.8 13.5h.1M13.5 13.5h.1" strokeWidth="2.2" />
    </>
  ),
  reduce: (
    <>
      <path d="M2.5 3h11M2.5 6h11" strokeWidth="1.8" strokeDasharray=".1 3.55" />
      <path d="M4 8.5l4 3 4-3" />
      <circle cx="8" cy="13.5" r="1.5" fill="currentColor" stroke="none" />
    </>
  ),
  reshape: (
    <>
      <rect x="2" y="2.5" width="5.5" height="5.5" rx="1" />
      <rect x="6" y="10" width="8" height="3.5" rx="1" />
      <path d="M10 4.5h1.5a1.5 1.5 0 0 1 1.5 1.5v1.5" />
    </>
  ),
  resize: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" strokeDasharray="2.2 2.2" />
      <rect x="2" y="8" width="6" height="6" rx="1" fill="currentColor" stroke="none" />
      <path d="M8.5 7.5 11.5 4.5M9 4.5h2.5V7" />
    </>
  ),
  rnn: (
    <>
      <path d="M12.8 6A5.2 5.2 0 1 0 13 9.6" />
      <path d="M13.2 2.8V6h-3.2" />
    </>
  ),
  split: (
    <>
      <rect x="2" y="2.5" width="12" height="4" rx="1" />
      <rect x="2" y="9.5" width="5" height="4" rx="1" fill="currentColor" stroke="none" />
      <rect x="9" y="9.5" width="5" height="4" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  subtract: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5 8h6" />
    </>
  ),
  unknown: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" strokeDasharray="2.5 2.5" />
      <path d="M6.3 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3M8 11.4v.1" />
    </>
  ),
};
