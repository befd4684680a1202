package podo.e2e.load.sale;

import podo.e2e.Answer;

/** The name of a problem: {@code seats-taken} of {@code urn:problem:seats-taken}. */
final class ProblemName {

    private static final String PREFIX = "urn:problem:";

    private ProblemName() {}

    /** The status when the answer is no problem. */
    static String of(Answer answer) {
        boolean isProblem =
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        String type = isProblem ? answer.string("type") : "";
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : Integer.toString(answer.status());
    }
}
