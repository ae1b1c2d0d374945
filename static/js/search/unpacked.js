// Files that lie packed on the host, and that some hosts unpack on the way.

const MAGIC = [0x1f, 0x8b];

// The bytes of what was fetched, unpacked where they are still packed.
export async function unpacked(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const bytes = await response.arrayBuffer();
  const beginning = new Uint8Array(bytes).subarray(0, MAGIC.length);
  if (!MAGIC.every((byte, place) => beginning[place] === byte)) return bytes;
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
