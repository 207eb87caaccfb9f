package dev.touchstone.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of the contracts on the class path, in a jar or in a directory. */
final class ContractFiles {

    private ContractFiles() {}

    static List<Path> under(String directory, Predicate<Path> wanted) {
        URL url = ContractFiles.class.getClassLoader().getResource("asyncapi.yaml");
        if (url == null) {
            throw new IllegalStateException("the contracts are not on the class path");
        }
        try (Stream<Path> files = Files.walk(root(url).resolve(directory))) {
            return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root(URL asyncApi) throws IOException, URISyntaxException {
        URI uri = asyncApi.toURI();
        if (!"jar".equals(uri.getScheme())) {
            return Path.of(uri).getParent();
        }
        return jar(uri).getPath("/");
    }

    private static FileSystem jar(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
            return FileSystems.getFileSystem(uri);
        }
    }
}
