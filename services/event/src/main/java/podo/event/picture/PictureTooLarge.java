package podo.event.picture;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An uploaded picture has too many bytes: 413 {@code picture-too-large} with the limit as {@code mostBytes}. */
public class PictureTooLarge extends Problem {

    public PictureTooLarge(int mostBytes) {
        super(HttpStatus.CONTENT_TOO_LARGE, "picture-too-large", mostBytes >> 20);
        with("mostBytes", mostBytes);
    }
}
