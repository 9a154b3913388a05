/**
 * The policy, to be read as it stands. Each row a permission, each column who may:
 *   +  always                                   a  in an own area
 *   o  in the own organisation                  s  for oneself, or what is one’s own
 *   4  when another person did the first part   .  never
 * What has no row nobody may do.
 */
export const policyText = `
permission                    operator planner statistician screener decider reviewer case-officer region auditor administrator public
figures:read-published        +        +       +            +        +       +        +            +      +       +             +
figures:read-computed         +        +       +            +        +       +        +            +      +       +             .
verdicts:read-published       +        +       +            +        +       +        +            +      +       +             +
verdicts:read-computed        +        +       +            +        +       +        +            +      +       +             .
records:read                  +        +       +            +        +       +        +            a      +       +             .
people:read-names             +        .       +            +        +       .        +            a      .       .             .
records:export                +        +       +            +        +       .        +            a      .       .             .
gi:read                       +        +       +            +        +       +        +            +      +       +             .
indicators:read               +        +       +            +        +       +        +            +      +       +             +
indicators:check              +        +       +            .        .       .        .            .      .       .             .
definitions:draft             +        +       +            .        .       .        .            .      .       .             .
definitions:publish           .        4       4            .        .       .        .            .      .       .             .
definitions:read-drafts       +        +       +            .        .       .        .            .      +       .             .
areas:read                    +        +       +            +        +       +        +            +      +       +             +
areas:review                  +        .       +            +        .       .        .            a      +       +             .
areas:settle                  +        .       +            .        .       .        .            a      .       .             .
parties:read                  +        +       +            +        +       +        +            a      +       +             .
parties:decide                +        .       +            +        .       .        .            a      .       .             .
checks:read                   +        +       +            +        +       +        +            +      +       +             .
checks:open                   +        +       +            +        +       +        +            a      +       +             .
coverage:read                 +        +       +            +        +       +        +            +      +       +             .
coverage:export               +        +       +            +        +       +        +            +      +       +             .
loads:read                    +        +       +            .        .       .        .            .      +       +             .
loads:prepare                 +        .       +            .        .       .        .            .      .       .             .
loads:start                   +        .       +            .        .       .        .            .      .       .             .
quarantine:read               +        .       +            .        .       .        .            .      .       .             .
quarantine:fix                +        .       +            .        .       .        .            .      .       .             .
releases:read                 +        +       +            +        +       +        +            +      +       +             .
releases:create               +        .       +            .        .       .        .            .      .       .             .
releases:verify               +        .       +            .        .       .        .            .      +       +             .
releases:collect              +        .       .            .        .       .        .            .      .       +             .
vintages:read                 +        +       +            +        +       +        +            +      +       +             .
vintages:compute              +        +       +            .        .       .        .            .      .       .             .
vintages:propose              +        +       +            .        .       .        .            .      .       .             .
vintages:sign                 .        4       4            .        .       .        .            .      .       .             .
synthetic:make                +        .       +            .        .       .        .            .      .       .             .
running:read                  +        +       +            .        .       .        .            .      +       +             .
running:cancel                +        s       +            .        .       .        .            .      .       +             .
organisations:read            +        +       +            +        +       +        +            +      +       +             .
organisations:add             +        .       .            .        .       .        .            .      .       +             .
organisations:move            +        .       .            .        .       .        .            .      .       +             .
organisations:close           +        .       .            .        .       .        .            .      .       +             .
accounts:read                 +        o       o            o        o       o        o            o      +       +             .
accounts:invite               +        .       .            .        .       .        .            .      .       +             .
accounts:disable              +        .       .            .        .       .        .            .      .       +             .
accounts:leave                +        s       s            s        s       s        s            s      s       +             .
accounts:sign-out             +        .       .            .        .       .        .            .      .       +             .
first-administrator:invite    +        .       .            .        .       .        .            .      .       .             .
roles:grant                   +        .       .            .        .       .        .            .      .       4             .
roles:propose                 +        .       .            .        .       .        .            .      .       4             .
roles:confirm                 .        .       .            .        .       .        .            .      .       4             .
roles:withdraw                +        .       .            .        .       .        .            .      .       +             .
links:confirm                 .        .       .            .        .       .        .            .      .       4             .
rights:read                   +        +       +            +        +       +        +            +      +       +             .
invitation:accept             +        +       +            +        +       +        +            +      +       +             +
session:sign-in               +        +       +            +        +       +        +            +      +       +             +
session:sign-out              +        +       +            +        +       +        +            +      +       +             .
own-account:read              .        s       s            s        s       s        s            s      s       s             .
own-account:change-password   .        s       s            s        s       s        s            s      s       s             .
own-sessions:read             .        s       s            s        s       s        s            s      s       s             .
own-sessions:end              .        s       s            s        s       s        s            s      s       s             .
keys:read                     +        s       s            s        s       s        s            s      +       +             .
keys:create                   .        s       s            s        s       s        s            s      s       s             .
keys:revoke                   +        s       s            s        s       s        s            s      s       +             .
delegations:read              +        s       s            s        s       s        s            s      +       +             .
delegations:give              .        s       s            s        s       s        s            s      s       s             .
delegations:end               +        s       s            s        s       s        s            s      s       +             .
my-work:read                  .        s       s            s        s       s        s            s      s       s             .
notices:read                  .        s       s            s        s       s        s            s      s       s             .
notices:mark-read             .        s       s            s        s       s        s            s      s       s             .
pages:read                    +        +       +            +        +       +        +            +      +       +             +
health:read                   +        +       +            +        +       +        +            +      +       +             +
office:read                   +        +       +            +        +       +        +            +      +       +             +
settings:read                 +        .       .            .        .       .        .            .      +       +             .
settings:change               +        .       .            .        .       .        .            .      .       +             .
mail:read                     +        .       .            .        .       .        .            .      +       +             .
mail:send                     +        .       .            .        .       .        .            .      .       +             .
calendar:read                 +        +       +            +        +       +        +            +      +       +             .
calendar:change               +        .       .            .        .       .        .            .      .       +             .
acts:read                     +        s       s            s        s       s        s            s      +       +             .
acts:verify                   +        .       .            .        .       .        .            .      +       +             .
acts:anchor                   +        .       .            .        .       .        .            .      +       .             .
personal-data:read            +        o       o            o        o       o        o            o      +       +             .
personal-data:erase           +        .       .            .        .       .        .            .      .       +             .
doctor:run                    +        .       .            .        .       .        .            .      .       +             .
bench:run                     +        .       .            .        .       .        .            .      .       .             .
server:start                  +        .       .            .        .       .        .            .      .       .             .
`;
