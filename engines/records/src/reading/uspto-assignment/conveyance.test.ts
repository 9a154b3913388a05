import { describe, expect, it } from 'vitest';
import { conveyanceOf, eventOf } from './conveyance.js';

describe('conveyanceOf', () => {
  it.each([
    ['ASSIGNMENT OF ASSIGNORS INTEREST (SEE DOCUMENT FOR DETAILS).', 'assignment', 'transfer'],
    ['NUNC PRO TUNC ASSIGNMENT (SEE DOCUMENT FOR DETAILS).', 'assignment', 'transfer'],
    ['SECURITY INTEREST (SEE DOCUMENT FOR DETAILS).', 'security_interest', 'pledge'],
    ['Patent security  agreement', 'security_interest', 'pledge'],
    ['COLLATERAL ASSIGNMENT OF PATENTS', 'security_interest', 'pledge'],
    ['ASSIGNMENT OF PATENTS AS COLLATERAL', 'security_interest', 'pledge'],
    ['LIEN (SEE DOCUMENT FOR DETAILS).', 'security_interest', 'pledge'],
    ['ASSIGNMENT OF SECURITY INTEREST IN PATENTS', 'other', 'other'],
    ['ASSIGNMENT AND ASSUMPTION OF INTELLECTUAL PROPERTY SECURITY AGREEMENT', 'other', 'other'],
    ['TERMINATION AND RELEASE OF PATENT SECURITY AGREEMENT RECORDED AT REEL 1/FRAME 2', 'release', 'pledge_release'],
    ['TERMINATION OF SECURITY INTEREST', 'release', 'pledge_release'],
    ['TERMINATION OF JOINT DEVELOPMENT AGREEMENT', 'other', 'other'],
    ['RELEASE BY SECURED PARTY (SEE DOCUMENT FOR DETAILS).', 'release', 'pledge_release'],
    ['EXCLUSIVE LICENSE', 'licence', 'licence'],
    ['CONFIRMATORY LICENCE (SEE DOCUMENT FOR DETAILS).', 'licence', 'licence'],
    ['TERMINATION OF LICENSE', 'other', 'other'],
    ['MERGER AND CHANGE OF NAME (SEE DOCUMENT FOR DETAILS).', 'merger', 'transfer'],
    ['CHANGE OF NAME (SEE DOCUMENT FOR DETAILS).', 'name_change', 'other'],
    ['DECLARATION', 'other', 'other'],
    [null, 'other', 'other'],
  ])('reads %s', (text, kind, event) => {
    const conveyance = conveyanceOf(text);
    expect([conveyance.kind, eventOf(conveyance), conveyance.corrects]).toEqual([kind, event, false]);
  });

  it.each([
    ['PREVIOUSLY RECORDED ON REEL 1 FRAME 2. ASSIGNOR(S) HEREBY CONFIRMS THE SECURITY INTEREST.', 'security_interest'],
    ['PREVIOUSLY RECORDED ON REEL 1 FRAME 2. ASSIGNOR(S) HEREBY CONFIRMS THE ASSIGNMENT OF INTEREST.', 'assignment'],
    ['OF THE ASSIGNOR', 'assignment'],
  ])('gives a correction %s the kind of what it confirms, and no event a second time', (text, kind) => {
    const conveyance = conveyanceOf(`CORRECTIVE ASSIGNMENT TO CORRECT THE NAME ${text}`);
    expect([conveyance.kind, eventOf(conveyance), conveyance.corrects]).toEqual([kind, 'other', true]);
  });

  it('leaves out of the act which recording is corrected', () => {
    const text =
      'CORRECTIVE ASSIGNMENT TO CORRECT THE REEL PREVIOUSLY RECORDED ON REEL 1 FRAME 2. ASSIGNOR(S) HEREBY CONFIRMS THE RELEASE OF REEL 3 FRAME 4';
    expect(conveyanceOf(text)).toEqual({ kind: 'release', act: 'RELEASE OF REEL 3 FRAME 4', corrects: true });
  });
});
