package podo.starter.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a controller method honour the header {@code Idempotency-Key} (optional, 1 to 255 printable ASCII characters, scope account and
 * path, stored for 24 hours): the same key gets the first response again, with {@code Idempotency-Replayed: true}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
