/**
 * Measures one package of PyPI over shingles that are handed to it: 128 permutations, 32 bands of 4 rows. datasketch inserts each signature into its index and
 * asks for each; rensa makes signatures at once, puts them into its index and tells for each whether it meets any, its fastest way. Whether planted pairs meet is
 * asked afterwards and not timed; of rensa by the signatures of these texts, made once more.
 */
export const peerProgram = `
import importlib.metadata, json, sys, time
import numpy as np
name, folder = sys.argv[1:]
flat = np.fromfile(folder + '/shingles', dtype=np.uint32)
starts = np.fromfile(folder + '/starts', dtype=np.int32)
pairs = json.load(open(folder + '/pairs.json'))
count = len(starts) - 1
began, worked = time.perf_counter(), time.process_time()
if name == 'datasketch':
    from datasketch import MinHash, MinHashLSH
    lsh = MinHashLSH(num_perm=128, params=(32, 4))
    first = MinHash(num_perm=128, hashfunc=int, scheme='affine32')
    met = []
    for i in range(count):
        one = MinHash(num_perm=128, hashfunc=int, permutations=first.permutations, scheme='affine32')
        one.update_batch(flat[starts[i]:starts[i + 1]].tolist())
        met.append(set(lsh.query(one)))
        lsh.insert(i, one)
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    found = [a in met[b] or b in met[a] for a, b in pairs]
else:
    from rensa import RMinHash, RMinHashLSH
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat.astype(np.uint64), starts.astype(np.uint64), 128, 42)
    lsh = RMinHashLSH(0.5, 128, 32)
    lsh.insert_matrix_and_query_duplicate_flags(matrix, 0)
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    del matrix, lsh
    asked = sorted({one for pair in pairs for one in pair})
    rows = np.zeros((len(asked), 32, 4), dtype=np.uint32)
    for at in range(0, len(asked), 5000):
        some = asked[at:at + 5000]
        parts = [flat[starts[i]:starts[i + 1]] for i in some]
        ends = np.cumsum([0] + [len(part) for part in parts])
        made = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(parts).astype(np.uint64), ends.astype(np.uint64), 128, 42)
        rows[at:at + len(some)] = np.array(made.to_rows(), dtype=np.uint32).reshape(len(some), 32, 4)
    place = {one: index for index, one in enumerate(asked)}
    found = [bool((rows[place[a]] == rows[place[b]]).all(axis=1).any()) for a, b in pairs]
json.dump({'version': importlib.metadata.version(name), 'seconds': seconds, 'processorSeconds': processor, 'found': found}, open(folder + '/' + name + '.json', 'w'))
`;
