package podo.starter.response;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Whether a caller can read a response that is compressed with gzip. */
public final class AcceptedGzip {

    private AcceptedGzip() {}

    public static boolean isIn(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?"));
    }
}
