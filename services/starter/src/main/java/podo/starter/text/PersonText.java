package podo.starter.text;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text that a person wrote: read from JSON, a query or a form in the form of {@link WrittenText#normalise}, and refused when it is
 * longer than {@code max}, invisible, or holds a character that steers the text around it.
 */
@JacksonAnnotationsInside
@JsonDeserialize(using = NormalisedTextDeserializer.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PersonTextValidator.class)
public @interface PersonText {

    /** Longest text, in UTF-16 units, as {@code maxlength} of HTML counts. */
    int max();

    /** Whether it may have several lines and tabs. */
    boolean lines() default false;

    /** Whether it may be missing or empty. */
    boolean optional() default false;

    String message() default "{podo.text.blank}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
