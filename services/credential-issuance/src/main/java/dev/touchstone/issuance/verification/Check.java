package dev.touchstone.issuance.verification;

/** What is looked at, in this order. */
public enum Check {
    /** The bytes are one JSON object within the limits. */
    PARSE,
    /** Every context is one this release carries, and every member has a meaning that is signed. */
    CONTEXTS,
    /** The form the specifications require. */
    STRUCTURE,
    /** What a well-formed credential still may not say. */
    SEMANTICS,
    /** Each proof is by a key of the one who is named as issuer. */
    ISSUER,
    /** The issuer really has that key. */
    KEY,
    /** The signature is right. */
    PROOF,
    /** The issuer has not revoked or suspended it. */
    STATUS,
    /** It is valid today. */
    DATES
}
