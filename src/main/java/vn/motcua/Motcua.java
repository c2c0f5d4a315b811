package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Motcua {

    public static void main(String[] args) {
        SpringApplication.run(Motcua.class, args);
    }
}
