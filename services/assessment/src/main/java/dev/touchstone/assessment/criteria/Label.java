package dev.touchstone.assessment.criteria;

/**
 * What an author calls a node of the tree.
 *
 * @param id short name, unique in the tree; null where the author gave none
 * @param description in plain words; null where the author gave none
 */
public record Label(String id, String description) {

    public static final Label NONE = new Label(null, null);

    public String describedOr(String words) {
        return description == null ? words : description;
    }
}
