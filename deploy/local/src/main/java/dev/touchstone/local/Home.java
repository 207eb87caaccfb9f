package dev.touchstone.local;

import java.nio.file.Path;

/**
 * The repository and what the launcher keeps in its {@code .touchstone} directory.
 *
 * @param repository root of the repository
 */
public record Home(Path repository) {
    public Home {
        repository = repository.toAbsolutePath().normalize();
    }

    /** Everything the launcher writes; removing it while nothing runs starts over. */
    public Path directory() {
        return repository.resolve(".touchstone");
    }

    /** Data of a part of the embedded stack. */
    public Path data(String part) {
        return directory().resolve("data").resolve(part);
    }

    /** Log of a process. */
    public Path log(String process) {
        return directory().resolve("logs").resolve(process + ".log");
    }

    /** Process ids and the like. */
    public Path run(String file) {
        return directory().resolve("run").resolve(file);
    }

    Path secrets() {
        return directory().resolve("secrets.properties");
    }
}
