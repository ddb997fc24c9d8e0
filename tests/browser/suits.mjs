// Packages that don't run on a version of Node, one a line, of all with the versions that they name.
import semver from "semver";

const [version, ranges] = process.argv.slice(2);
for (const [name, range] of Object.entries(JSON.parse(ranges)))
  if (!semver.satisfies(version, range)) console.log(`${name}: ${range}`);
