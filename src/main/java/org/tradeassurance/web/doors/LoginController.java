package org.tradeassurance.web.doors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tradeassurance.order.Problem;
import org.tradeassurance.process.Outage;
import org.tradeassurance.web.Problems;

/** The login page, and the answer of last resort to what fails outside of the controllers. */
@Controller
@Hidden
class LoginController implements ErrorController {

    private final Pages pages;
    private final Refusals refusals;

    LoginController(Pages pages, Refusals refusals) {
        this.pages = pages;
        this.refusals = refusals;
    }

    @GetMapping("/login")
    void login(HttpServletRequest request, HttpServletResponse response, CsrfToken token) throws IOException {
        pages.login(request, response, token);
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.refuse(request, response, problem(request));
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && Outage.isBehind(failure)) {
            return Problem.TEMPORARILY_UNAVAILABLE;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? Problems.ofStatus(code) : Problem.NOT_FOUND;
    }
}
