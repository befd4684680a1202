package podo.starter.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An id that we issued as text: letters, digits, {@code -} and {@code _}; safe in a path, so {@code ..} and {@code a;b} are none. */
@NotNull
@Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface OpaqueId {

    String message() default "{podo.input.id}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
