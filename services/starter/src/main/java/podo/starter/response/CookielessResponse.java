package podo.starter.response;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Keeps the body back and drops every cookie, which would be handed to all callers. */
class CookielessResponse extends ContentCachingResponseWrapper {

    CookielessResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public void setHeader(String name, String value) {
        if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }
}
