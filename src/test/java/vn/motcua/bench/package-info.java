/** The benchmarks: {@code ./mvnw -Pbench verify -Dbench=…}; never part of the tests. See src/docs/benchmarks.md. */
package vn.motcua.bench;
