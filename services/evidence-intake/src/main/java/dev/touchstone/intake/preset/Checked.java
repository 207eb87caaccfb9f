package dev.touchstone.intake.preset;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** What a preset was held against. */
public enum Checked {
    VENDOR_DOCUMENTATION,
    /** Source code or a published specification, not the vendor's own word. */
    PUBLIC_SOURCE,
    /** Neither could be had; written from what is commonly known. */
    NOT_CHECKED;

    /** By the word that interfaces use. */
    public static final Map<String, Checked> WORDS = Words.of(Checked.class);

    public String word() {
        return Words.word(this);
    }
}
