package dev.touchstone.intake.evidence;

import dev.touchstone.intake.file.AttachedFile;
import java.util.List;

/**
 * What a person handed in. It never leaves this service but to those who may read it.
 *
 * @param text or null
 * @param link address of the artefact, or null
 * @param files at most 10
 */
public record Content(String title, String text, String link, List<AttachedFile> files) {

    public Content {
        files = List.copyOf(files);
    }
}
