import { type DefaultTreeAdapterMap, defaultTreeAdapter, type TreeAdapter } from 'parse5';
import { tooLarge } from '../document-faults.js';
import type { TextLimits } from '../text-limits.js';

/** Steps that moving nodes about may take; pages take some hundreds. */
const movingSteps = 100_000_000;

/** A tree whose depth, elements and moves of nodes are bounded: what has no bound there takes hours. */
export function boundedTree(name: string, limits: TextLimits): TreeAdapter<DefaultTreeAdapterMap> {
  let [elements, steps] = [0, 0];
  const depths = new WeakMap<object, number>();
  const move = (siblings: number): void => {
    steps += siblings;
    if (steps > movingSteps) throw tooLarge({ path: name }, 'markup that has to be moved about', 'well-formed HTML');
  };
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      elements += 1;
      if (elements > limits.elements) {
        throw tooLarge({ path: name }, `more than ${limits.elements} elements`, `at most ${limits.elements} elements`);
      }
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    onItemPush(element) {
      const parent = defaultTreeAdapter.getParentNode(element);
      const depth = (parent === null ? 0 : (depths.get(parent) ?? 0)) + 1;
      depths.set(element, depth);
      if (depth > limits.depth) {
        const what = `elements nested more than ${limits.depth} deep`;
        throw tooLarge({ path: name }, what, `at most ${limits.depth} elements inside one another`);
      }
    },
    insertBefore(parent, node, reference) {
      move(parent.childNodes.length);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
    insertTextBefore(parent, text, reference) {
      move(parent.childNodes.length);
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
    },
    detachNode(node) {
      const parent = 'parentNode' in node ? node.parentNode : null;
      move(parent?.childNodes.length ?? 0);
      defaultTreeAdapter.detachNode(node);
    },
    adoptAttributes(element, attributes) {
      move(element.attrs.length + attributes.length);
      defaultTreeAdapter.adoptAttributes(element, attributes);
    },
  };
}
