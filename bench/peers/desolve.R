# Runs a model written in C under deSolve: desolve.R LIBRARY PARAMETERS DT MONTHS ROUNDS START
# Prints the stocks at the end, then the milliseconds of a run in each round of 50, by Euler's method.
suppressPackageStartupMessages(library(deSolve))
words <- commandArgs(trailingOnly = TRUE)
dyn.load(words[1])
parameters <- scan(words[2], quiet = TRUE)
dt <- as.numeric(words[3])
months <- as.numeric(words[4])
start <- scan(words[6], quiet = TRUE)
run <- function() {
  euler(y = start, times = seq(0, months, by = dt), func = "derivatives", parms = parameters, dllname = "desolve",
        initfunc = "parameters")
}
end <- run()
cat(format(end[nrow(end), -1], digits = 17), "\n")
for (round in seq_len(as.integer(words[5]))) cat(system.time(for (again in 1:50) run())[["elapsed"]] * 20, "\n")
