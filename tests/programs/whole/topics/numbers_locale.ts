console.log((1234567.891).toLocaleString("en-US"), (0).toLocaleString("en-US"), (-1234.5).toLocaleString("en-US"), (999).toLocaleString("en-US"), (1e6).toLocaleString("en-US"));
