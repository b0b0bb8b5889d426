// mutool run mupdf_search.js FILE WORDS …: prints how often each of the words is found in a PDF by MuPDF's own search
var file = new Document(scriptArgs[0]);
for (var index = 1; index < scriptArgs.length; index++) {
  var count = 0;
  for (var page = 0; page < file.countPages(); page++) count += file.loadPage(page).search(scriptArgs[index], 500).length;
  print(count);
}
